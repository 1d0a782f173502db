"""Circulars built by hand, for the tests of the writers."""

from datetime import date

from circgen.document import (
    Annex,
    Circular,
    Entry,
    Heading,
    ItemList,
    Line,
    NumberedParagraph,
    Paragraph,
    Properties,
    Run,
    Table,
)

NBSP = "\N{NO-BREAK SPACE}"
SITE = "https://u4ssc.itu.int/"
EVENT = "https://u4ssc.itu.int/latest-meetings/9th-meeting/?lang=a&page=1"
MAIL = "mailto:u4ssc@itu.int"


def line(text: str) -> Line:
    return (Run(text),)


def paragraph(number: int, name: str, *blocks) -> NumberedParagraph:
    """Texts become paragraphs, other blocks stay."""
    return NumberedParagraph(
        name,
        number,
        tuple(Paragraph(line(each)) if isinstance(each, str) else each for each in blocks),
    )


def site(before: str) -> Paragraph:
    return Paragraph((Run(before), Run(SITE, link=SITE), Run(".")))


ENGLISH = Circular(
    language="en-GB",
    direction="ltr",
    properties=Properties(
        title="TSB Circular 81",
        author="International Telecommunication Union",
        created=date(2025, 10, 15),
        table_description="Reference, addressees and subject",
        logo_description="Logo of the Union",
    ),
    draft=None,
    letterhead=(
        "International Telecommunication Union",
        "Telecommunication Standardization Bureau",
    ),
    dateline=line("Geneva, 15 October 2025"),
    reference=(
        Entry("reference", "Ref:", (line("TSB Circular 81"),)),
        Entry("telephone", "Tel:", (line(f"+41{NBSP}22{NBSP}730{NBSP}6301"),)),
        Entry("fax", "Fax:", (line(f"+41{NBSP}22{NBSP}730{NBSP}5853"),)),
        Entry("email", "E-mail:", ((Run("u4ssc@itu.int", link=MAIL),),)),
    ),
    recipients=(
        Entry(
            "to",
            "To:",
            (
                line("Administrations of Member States of the Union;"),
                line("State of Palestine (Res. 99 (Rev. Dubai, 2018));"),
                line("ITU-T Sector Members;"),
                line("ITU-T Associates;"),
                line("ITU Academia"),
            ),
        ),
        Entry(
            "copy",
            "Copy to:",
            (
                line("The Chairs and Vice-Chairs of ITU-T study groups;"),
                line("The Director of the Telecommunication Development Bureau;"),
                line("The Director of the Radiocommunication Bureau"),
            ),
        ),
    ),
    subject=Entry(
        "subject",
        "Subject:",
        (
            line(
                "Ninth meeting of the United for Smart Sustainable Cities (U4SSC) initiative\n"
                "(virtual, 31 October 2025)"
            ),
        ),
    ),
    salutation=(line("Dear Sir/Madam,"),),
    paragraphs=(
        paragraph(
            1,
            "opening",
            Paragraph(
                (
                    Run("I am pleased to inform you that ITU will hold the ninth meeting of the "),
                    Run("United for Smart Sustainable Cities", bold=True),
                    Run(" (U4SSC) initiative. It takes place "),
                    Run("virtually", italic=True),
                    Run(f" on 31{NBSP}October 2025, from 1100 to 1200 hours and "),
                    Run("from 1330 to 1530 hours (CET)", bold=True, italic=True),
                    Run("."),
                )
            ),
        ),
        paragraph(2, "languages", "The meeting will be held in English only."),
        paragraph(
            3,
            "background",
            "Twenty agencies and programmes of the United Nations support U4SSC. Through it, "
            "cities, governments, universities, companies and civil society share what they know "
            "and have tried, so that cities become sustainable, inclusive and resilient, as the "
            "Sustainable Development Goals, the Pact for the Future and the Global Digital Compact "
            "ask.",
            site("More about the initiative stands at "),
        ),
        paragraph(
            4,
            "objectives",
            "The meeting will:",
            ItemList(
                (
                    line("hear how the thematic and working groups of U4SSC are getting on;"),
                    line("discuss new activities, and approve the work plan for 2025-2026."),
                )
            ),
            "Further items may be proposed to the secretariat.",
        ),
        paragraph(
            5,
            "participation",
            "Participation is free of charge. ITU Member States, Sector Members, Associates and "
            "Academic Institutions may take part, and so may any individual from a country that is "
            "a member of ITU and who wishes to contribute, members of international, regional and "
            "national organizations included.",
        ),
        paragraph(
            6,
            "information",
            Paragraph(
                (
                    Run("The draft programme, the speakers, the connection details and the form "),
                    Run("for registration will be posted on the "),
                    Run("event ", link=EVENT),
                    Run("website", link=EVENT, bold=True),
                    Run(", which is updated regularly; participants are asked to look at it from "),
                    Run("time to time. Registration is mandatory."),
                )
            ),
        ),
        paragraph(
            7,
            "side-events[0]",
            "On the same day, from 1200 to 1300 hours (CET), a webinar on <people & cities> "
            "celebrates World Cities Day.",
        ),
    ),
    closing=line("Yours faithfully,"),
    signature=(
        line("(Signed)"),
        line("Seizo Onoe"),
        line("Director of the Telecommunication\nStandardization Bureau"),
    ),
    annex_note=(),
    annexes=(),
    running_head="TSB Circular 81",
    footer="International Telecommunication Union • Place des Nations • CH-1211 Geneva 20 • "
    "Switzerland",
)

RUSSIAN = Circular(
    language="ru-RU",
    direction="ltr",
    properties=Properties(
        title="Циркуляр 81 БСЭ",
        author="Международный союз электросвязи",
        created=date(2025, 10, 15),
        table_description="Основание, адресаты и предмет",
        logo_description="Логотип Союза",
    ),
    draft=None,
    letterhead=("Международный союз электросвязи", "Бюро стандартизации электросвязи"),
    dateline=line(f"Женева, 15{NBSP}октября 2025{NBSP}года"),
    reference=(
        Entry("reference", "Осн.:", (line("Циркуляр 81 БСЭ"),)),
        Entry("telephone", "Тел.:", (line(f"+41{NBSP}22{NBSP}730{NBSP}6301"),)),
        Entry("fax", "Факс:", (line(f"+41{NBSP}22{NBSP}730{NBSP}5853"),)),
        Entry("email", "Эл. почта:", ((Run("u4ssc@itu.int", link=MAIL),),)),
    ),
    recipients=(
        Entry(
            "to",
            "Кому:",
            (
                line("Администрациям Государств – Членов Союза"),
                line("Государству Палестина (Рез. 99 (Пересм. Дубай, 2018 г.))"),
                line("Членам Сектора МСЭ-Т"),
                line("Ассоциированным членам МСЭ-Т"),
                line("Академическим организациям – Членам МСЭ"),
            ),
        ),
        Entry(
            "copy",
            "Копии:",
            (
                line("Председателям и заместителям председателей исследовательских комиссий МСЭ-Т"),
                line("Директору Бюро развития электросвязи"),
                line("Директору Бюро радиосвязи"),
            ),
        ),
    ),
    subject=Entry(
        "subject",
        "Предмет:",
        (
            line(
                'Девятое собрание в рамках инициативы "Объединение усилий в целях построения '
                '"умных" устойчивых городов" (U4SSC) (виртуальный формат, 31 октября 2025 г.)'
            ),
        ),
    ),
    salutation=(line("Уважаемая госпожа,"), line("уважаемый господин,")),
    paragraphs=(
        paragraph(
            1,
            "opening",
            "Имею честь сообщить вам, что МСЭ проведет девятое собрание в рамках инициативы "
            '"Объединение усилий в целях построения "умных" устойчивых городов" (U4SSC). Оно '
            f"пройдет в виртуальном формате 31{NBSP}октября 2025{NBSP}года с 11{NBSP}час. "
            f"00{NBSP}мин. до 12{NBSP}час. 00{NBSP}мин. и с 13{NBSP}час. 30{NBSP}мин. до "
            f"15{NBSP}час. 30{NBSP}мин. по центральноевропейскому времени (CET).",
        ),
        paragraph(2, "languages", "Рабочий язык собрания – английский."),
        paragraph(
            3,
            "background",
            "Инициативу U4SSC поддерживают 20 учреждений и программ Организации Объединенных "
            "Наций. В ее рамках города, правительства, университеты, компании и гражданское "
            "общество делятся знаниями и опытом, чтобы города становились устойчивыми, открытыми "
            "для всех и стойкими, как того требуют цели в области устойчивого развития, Пакт во "
            "имя будущего и Глобальный цифровой договор.",
            site("Подробнее об инициативе: "),
        ),
        paragraph(
            4,
            "objectives",
            "Задачи собрания:",
            ItemList(
                (
                    line("узнать о ходе работы тематических и рабочих групп U4SSC;"),
                    line("обсудить новые виды деятельности и утвердить план на 2025–2026 годы."),
                )
            ),
            "Другие вопросы можно предложить секретариату.",
        ),
        paragraph(
            5,
            "participation",
            "Участие бесплатное. В собрании могут участвовать Государства – Члены МСЭ, Члены "
            "Секторов, Ассоциированные члены и Академические организации, а также любое лицо из "
            "страны, входящей в МСЭ, которое желает внести вклад в работу, в том числе члены "
            "международных, региональных и национальных организаций.",
        ),
        paragraph(
            6,
            "information",
            Paragraph(
                (
                    Run("Проект программы, список выступающих, сведения о подключении и форма "),
                    Run("регистрации будут размещены на "),
                    Run("веб-сайте мероприятия", link=EVENT),
                    Run(", который регулярно обновляется; просим участников следить за ним. "),
                    Run("Регистрация обязательна."),
                )
            ),
        ),
        paragraph(
            7,
            "side-events[0]",
            f"В тот же день с 12{NBSP}час. 00{NBSP}мин. до 13{NBSP}час. 00{NBSP}мин. (CET) по "
            "случаю Всемирного дня городов состоится вебинар о городах для людей.",
        ),
    ),
    closing=line("С уважением,"),
    signature=(
        line("(Подпись)"),
        line("Сейдзо Оноэ"),
        line("Директор Бюро\nстандартизации электросвязи"),
    ),
    annex_note=(),
    annexes=(),
    running_head="Циркуляр 81 БСЭ",
    footer="Международный союз электросвязи • Place des Nations • CH-1211 Geneva 20 • Швейцария",
)

ANNEXED = ENGLISH._replace(
    annex_note=line("Annexes: 2"),
    annexes=(
        Annex(
            line("ANNEX 1\n(to TSB Circular 81)"),
            line("Practical information"),
            (
                Heading(1, line("Deadlines")),
                Paragraph(line("The deadlines are counted back from the opening:")),
                Table(
                    (line("Deadline"), line("What is due by then")),
                    (
                        (line("30 August 2025"), line("Contributions that are to be translated")),
                        (line("18 October 2025"), (Run("Other", bold=True), Run(" contributions"))),
                        (line("19 October 2025"),),
                    ),
                ),
                Heading(2, line("How to connect")),
                ItemList((line("Register."), line("Wait for the link.")), ordered=True),
                Heading(3, line("If that fails")),
                ItemList((line("Write to the secretariat."), line("Try again.")), ordered=True),
                ItemList((line("a bullet in an annex"),)),
            ),
        ),
        Annex(
            line("ANNEX 2\n(to TSB Circular 81)"),
            line("Draft agenda"),
            (
                Paragraph(line("The agenda is provisional.")),
                Table((line("Item"), line("Hours")), ((line("Opening"), line("1100")),)),
                Table((line("Item"), line("Hours")), ((line("Closing"), line("1530")),)),
            ),
        ),
    ),
)

ARABIC = ENGLISH._replace(
    language="ar",
    direction="rtl",
    letterhead=("الاتحاد الدولي للاتصالات", "مكتب تقييس الاتصالات"),
    dateline=line("جنيف، 15 أكتوبر 2025"),
    reference=(
        Entry("reference", "المرجع:", (line("الرسالة المعممة 81 لمكتب تقييس الاتصالات"),)),
        Entry("telephone", "الهاتف:", (line("+41 22 730 6301"),)),
        Entry("email", "البريد الإلكتروني:", ((Run("u4ssc@itu.int", link=MAIL),),)),
    ),
    recipients=(
        Entry("to", "إلى:", (line("إدارات الدول الأعضاء في الاتحاد"), line("هيئات ITU-T"))),
    ),
    subject=Entry("subject", "الموضوع:", (line("الاجتماع التاسع (U4SSC، 31 أكتوبر 2025)"),)),
    salutation=(line("حضرات السادة والسيدات،"), line("تحية طيبة وبعد،")),
    paragraphs=(
        paragraph(1, "opening", "يسرني أن أحيطكم علماً بأن الاتحاد (ITU) ينظم الاجتماع التاسع."),
        paragraph(
            2, "objectives", "الأهداف:", ItemList((line("عرض عمل الأفرقة"), line("خطة العمل")))
        ),
        paragraph(3, "information", site("معلومات إضافية في الموقع ")),
    ),
    closing=line("وتفضلوا بقبول فائق التقدير والاحترام."),
    signature=(line("(توقيع)"), line("سيزو أونو"), line("مدير مكتب تقييس الاتصالات")),
    running_head="الرسالة المعممة 81",
    footer="International Telecommunication Union • CH-1211 Geneva 20",
)

CHINESE = ENGLISH._replace(
    language="zh-CN",
    letterhead=("国际电信联盟", "电信标准化局"),
    dateline=line("2025年10月15日，日内瓦"),
    reference=(Entry("reference", "文号：", (line("电信标准化局第81号通函"),)),),
    recipients=(Entry("to", "致：", (line("国际电联各成员国主管部门"),)),),
    subject=Entry("subject", "事由：", (line("U4SSC第9次会议（2025年10月31日，虚拟会议）"),)),
    salutation=(line("尊敬的先生/女士："),),
    paragraphs=(
        paragraph(1, "opening", "我高兴地通知您，国际电联将举办“智慧可持续城市”第9次会议。"),
        paragraph(2, "information", Paragraph((Run(SITE, link=SITE),))),
    ),
    closing=line("顺致敬意！"),
    signature=(line("（原件已签）"), line("电信标准化局主任"), line("尾上诚藏")),
    running_head="电信标准化局第81号通函",
)

DRAFT = ENGLISH._replace(draft="DRAFT")

EXAMPLES = {
    "english": ENGLISH,
    "russian": RUSSIAN,
    "annexed": ANNEXED,
    "arabic": ARABIC,
    "chinese": CHINESE,
    "draft": DRAFT,
}


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG: nothing further is looked at."""
    sizes = width.to_bytes(4) + height.to_bytes(4)
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + sizes + b"\x08\x02\x00\x00\x00"
