"""What is done with problems once the rules have spoken: told in seven formats, held against a baseline, mended."""
