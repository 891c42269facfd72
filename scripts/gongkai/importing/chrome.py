"""What a page says besides the document: tools, paths, counters, footers. Whole lines only, by what such lines say."""

from __future__ import annotations

import re

from gongkai.importing.characters import simplified
from gongkai.importing.dates import date_of

_LINE = re.compile(
    r"^[\s　|｜【\[（(]*(?:"
    r"字[\s　]*[号体][\s　]*[:：]?[\s　\[【(（]*(?:[特超]?[大中小默认标准][\s　/|]*)+[\]】)）]?.*"
    r"|(?:【|\[)?[\s　]*(?:大|中|小)[\s　]+(?:大|中|小)[\s　]+(?:大|中|小).*"
    r"|视力保护色?.*|分享(?:到|至|本页|文章)?[\s　]*[:：]?.{0,30}|扫[一描].{0,30}|.{0,12}扫一扫.{0,20}|微信扫.{0,20}"
    r"|(?:打印|关闭|返回|收藏|纠错|下载|顶部|朗读|复制|我要纠错|打印本页|打印此页|关闭窗口|关闭本页|返回顶部|返回首页|返回列表|文件下载|附件下载|文档下载"
    r"|点击下载|保存|转发|复制链接|无障碍阅读|网页打印|放大字体|缩小字体|在线阅读|内容纠错|收藏本页|全文下载|【|】|\[|\]|\||｜|[\s　])+"
    r"|(?:您)?(?:当前|现在|的)?(?:所在)?(?:的)?位置[\s　]*(?:是)?[:：].*|首页[\s　]*(?:[>》›/\\-]|&gt;).*|您现在的位置.*|当前位置.*"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?[\s　]*[:：].{0,20}|本文链接[:：].*|本文关键词[:：].*|本文网址[:：].*|原文链接[:：].*|文章链接[:：].*"
    r"|(?:上|下)一[篇条页][\s　]*[:：].*|(?:相关|延伸|更多|推荐)(?:链接|阅读|解读|文章|新闻|信息|稿件|文件|附件下载|政策|内容)[\s　]*[:：].*"
    r"|(?:相关链接|相关解读|相关阅读|相关文章|相关文件|延伸阅读|友情链接|网站地图|网站导航|责任编辑[:：].*|编辑[:：].{0,20})"
    r"|(?:更多精彩|欢迎).{0,14}(?:扫描|关注).{0,24}|.{0,10}扫描.{0,6}二维码.{0,20}"
    r"|(?:主办|承办|版权所有|技术支持|网站标识码|政府网站标识码|备案号|公安备案|运行维护|地址及邮编|维护单位|主办单位|承办单位|技术支持单位|协办|网站维护|ICP)"
    r"[\s　]*[:：].*|Copyright.*|©.*|.*(?:ICP备|公网安备).*|.{0,16}版权所有.{0,60}|.{0,30}未经.{0,12}(?:授权|许可|书面).{0,20}(?:转载|使用).{0,20}"
    r"|(?:为确保最佳浏览|建议您?使用|最佳浏览|本站).{0,60}(?:分辨率|浏览器).{0,40}|网站支持IPv6.{0,20}|您是第.{0,12}位访[问客].{0,10}"
    r"|(?:新浪|腾讯)?微博[\s　|]*(?:微信)?|微信|QQ空间|(?:登录|注册)(?:[\s　|]+(?:登录|注册))*|客户端|小程序|移动版|繁體版?|ENGLISH|English|搜索|分享"
    r"|【字体[:：].*|T[+-]?\|T[+-]?|听全文|播报|来源[:：]?"
    r")[\s　|｜】\]）)]*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[上下]午|星期[一二三四五六日天]).*(?:\d|星期)|星期[一二三四五六日天]$")


def is_chrome(line: str) -> bool:
    """Whether a whole line belongs to the page and not to the document."""
    text = simplified(line).strip("　 \t|｜")
    return not text or (len(text) <= 240 and bool(_LINE.match(text)))


def is_clock(line: str) -> bool:
    """Whether a line is the date and time that a page's script showed when it was saved: it says nothing of the document."""
    text = line.strip("　 \t|｜")
    return len(text) < 50 and bool(re.search(r"\d{4}", text)) and bool(_CLOCK.search(text)) and not date_of(text) and not re.search("[。，]", text)
