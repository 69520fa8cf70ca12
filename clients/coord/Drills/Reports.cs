using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Coordination.CommandLine.Drills;

/// <summary>The evaluation for machines: JSON with everything, JUnit XML for build servers.</summary>
internal static class Reports
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static string Json(Evaluation e) => JsonSerializer.Serialize(new
    {
        drill = e.Drill.Name,
        title = e.Drill.Title,
        exercise = e.Exercise,
        t0 = e.Drill.T0,
        passed = e.IsGood,
        endedEarly = e.Broken,
        notRun = e.Counts.NotRun,
        seconds = Math.Round(e.Took.TotalSeconds, 3),
        expectations = e.Findings.Select(f => new
        {
            step = f.Step + 1,
            title = f.Title,
            says = f.Says,
            line = f.Line,
            outcome = f.Outcome.ToString(),
            detail = f.Detail,
            at = f.At,
        }),
        clocks = e.Clocks.OrderBy(c => c.StartedAt).ThenBy(c => c.DueAt).ToList(),
    }, Indented);

    internal static void JUnit(Evaluation e, Stream to)
    {
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Indent = true });
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", e.Drill.Name);
        xml.WriteAttributeString("tests", Text(e.Findings.Count));
        xml.WriteAttributeString("failures", Text(e.Findings.Count(f => f.Outcome is not Outcome.Met and not Outcome.NotRun)));
        xml.WriteAttributeString("skipped", Text(e.Counts.NotRun));
        xml.WriteAttributeString("time", e.Took.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        foreach (var f in e.Findings)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", $"{e.Drill.Name}.{f.Step + 1:00}");
            xml.WriteAttributeString("name", Clean($"{f.Says} (line {f.Line})"));
            if (f.Outcome == Outcome.NotRun)
            {
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", Clean($"needs {f.Detail}"));
                xml.WriteEndElement();
            }
            else if (f.Outcome != Outcome.Met)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("type", f.Outcome.ToString());
                xml.WriteAttributeString("message", Clean(f.Detail ?? e.Broken ?? "not evaluated"));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
