"""The project of these tests is without a mistake: what they find, they have made."""


def test_a_project_without_mistakes_has_no_findings(project):
    assert project.findings() == []


def test_it_has_the_paragraphs_of_its_layout(project):
    project.facts(
        "objectives: [{aa: meet, bb: meet}, {aa: part, bb: part}]",
        "side_events: {event: webinar, title: {aa: Cities, bb: Cities}, date: 2025-10-31}",
    )
    assert [paragraph.id for paragraph in project.paragraphs()] == [
        "opening",
        "objectives",
        "side-events[0]",
    ]
    assert "Its objectives are to:\n" in project.text()
