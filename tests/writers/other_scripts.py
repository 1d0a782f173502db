"""Whole letters, with annexes, in Arabic and in Chinese: written by hand, for there is no pack yet."""

from writers.example import ARABIC, CHINESE, MAIL, SITE, line, paragraph, site

from circgen.document import Annex, Entry, Heading, ItemList, Paragraph, Run, Table

LONG_ARABIC = " ".join(["كلمات كثيرة في فقرة طويلة"] * 30)
LONG_CHINESE = (
    "城市、政府、大学、公司和民间社会分享其所知所试，使城市变得可持续、包容和有韧性。" * 6
)

WHOLE_ARABIC = ARABIC._replace(
    draft="مسودة",
    recipients=(
        *ARABIC.recipients,
        Entry("copy", "نسخة إلى:", (line("مدير مكتب تنمية الاتصالات (BDT) في جنيف"),)),
    ),
    paragraphs=(
        paragraph(
            1,
            "opening",
            Paragraph(
                (
                    Run("يسرني أن أحيطكم علماً بأن الاتحاد الدولي للاتصالات (ITU) ينظم "),
                    Run("الاجتماع التاسع", bold=True),
                    Run(" لمبادرة متحدون من أجل مدن ذكية مستدامة (U4SSC) يوم 31 أكتوبر 2025، من "),
                    Run("الساعة 11:00 إلى الساعة 12:00 بتوقيت وسط أوروبا (CET)."),
                )
            ),
        ),
        paragraph(
            2,
            "objectives",
            "الأهداف:",
            ItemList((line("عرض عمل الأفرقة U4SSC؛"), line("خطة العمل، البند 3/5؛"))),
        ),
        paragraph(3, "information", site("معلومات إضافية في الموقع ")),
    ),
    annex_note=line("الملحقات: 1"),
    annexes=(
        Annex(
            line("الملحق 1\n(للرسالة المعممة 81)"),
            line("معلومات عملية"),
            (
                Heading(1, line("الفنادق")),
                Table(
                    (line("الفندق"), line("المسافة"), line("السعر")),
                    (
                        (line("Park Samseong"), line("200 م"), line("145 USD")),
                        (line("إقامة بونغونسا"), line("650 م"), line("98 USD")),
                    ),
                ),
                ItemList((line("أظهر جواز السفر؛"), line("اذكر عنوان الفندق.")), ordered=True),
                Paragraph(line(LONG_ARABIC)),
            ),
        ),
    ),
)

WHOLE_CHINESE = CHINESE._replace(
    draft="草案",
    reference=(
        *CHINESE.reference,
        Entry("telephone", "电话：", (line("+41 22 730 6301"),)),
        Entry("email", "电子邮件：", ((Run("u4ssc@itu.int", link=MAIL),),)),
    ),
    recipients=(
        Entry(
            "to",
            "致：",
            (
                line("国际电联各成员国主管部门；"),
                line("巴勒斯坦国（第99号决议（2018年，迪拜，修订版））；"),
                line("ITU-T部门成员；"),
            ),
        ),
        Entry("copy", "抄送：", (line("ITU-T各研究组正副主席；"),)),
    ),
    paragraphs=(
        paragraph(
            1,
            "opening",
            Paragraph(
                (
                    Run("我高兴地通知您，国际电联（ITU）将举办“智慧可持续城市”（U4SSC）"),
                    Run("第9次会议", bold=True),
                    Run("。会议将于2025年10月31日11时至12时（欧洲中部时间（CET））举行。"),
                )
            ),
        ),
        paragraph(
            2,
            "objectives",
            "会议目标如下：",
            ItemList((line("听取U4SSC各主题组的工作进展；"), line("讨论新活动。"))),
        ),
        paragraph(
            3,
            "information",
            Paragraph((Run("详情见"), Run(SITE, link=SITE), Run("。"))),
        ),
        paragraph(4, "background", LONG_CHINESE),
    ),
    annex_note=line("附件：1件"),
    annexes=(
        Annex(
            line("附件1\n（电信标准化局第81号通函）"),
            line("实用信息"),
            (
                Heading(1, line("酒店")),
                Table(
                    (line("酒店"), line("距离")),
                    ((line("Park Samseong"), line("200 米")), (line("奉恩寺公寓"), line("650 米"))),
                ),
                ItemList((line("出示护照；"), line("说明酒店地址。")), ordered=True),
            ),
        ),
    ),
)
