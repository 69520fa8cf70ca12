using System.Xml;
using System.Xml.Schema;
using Coordination.CommandLine.Partners.EdxlRm;

namespace Coordination.Tests.Conformance;

/// <summary>The schemas of OASIS, which are no part of this tree: they lie beside it, in <c>../shared/cases</c>.</summary>
internal static class Schemas
{
    private static readonly Lazy<XmlSchemaSet> Compiled = new(Compile);

    internal static IReadOnlyList<string> Faults(string xml)
    {
        Cases.At();
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Compiled.Value, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, e) => faults.Add(e.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
        }
        return faults;
    }

    private static XmlSchemaSet Compile()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var kind in RmKind.All) schemas.Add(RmKind.MessageNamespace, Cases.At("edxl-rm", "xsd", "edxl-rm", "1.0", $"EDXL-RM{kind.Name}.xsd"));
        schemas.Add("urn:oasis:names:tc:emergency:EDXL:DE:1.0", Cases.At("edxl-de", "xsd", "EDXL-DE_Schema_v1.0.xsd"));
        schemas.Compile();
        return schemas;
    }
}
