"""Policies as files to take away (条例 art. 24: 下载): .docx in the layout of GB/T 9704, plain text, PDF where wanted."""
