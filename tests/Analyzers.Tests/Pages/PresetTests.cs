using System.Globalization;
using System.Text;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>Writes docs/rules/presets: severities of all rules, to copy into an .editorconfig.</summary>
public sealed class PresetTests
{
    [Fact]
    public void Default_HasTheSeveritiesOfTheTable() => AssertPreset(
        "default", "The severities as they are without any setting.", rule => Catalogue.SeverityOf(Catalogue.Descriptor(rule.Id)));

    [Fact]
    public void Strict_MakesWarningsOfSuggestions() => AssertPreset(
        "strict",
        "Suggestions are warnings.",
        rule => rule.Severity == DiagnosticSeverity.Info ? "warning" : Catalogue.SeverityOf(Catalogue.Descriptor(rule.Id)));

    [Fact]
    public void None_DisablesAll() => AssertPreset(
        "none", "All rules are off. Types with mistakes still get code that throws.", _ => "none");

    private static void AssertPreset(string name, string head, Func<RuleSpec, string> severityOf)
    {
        var text = new StringBuilder($"# DynamoToolkit: {head} A test writes this file.\n\n[*.cs]\n");
        foreach (var rule in RuleTable.All)
            text.Append(CultureInfo.InvariantCulture, $"dotnet_diagnostic.{rule.Id}.severity = {severityOf(rule)}\n");
        RepositoryFiles.AssertText(RepositoryFiles.PathOf($"docs/rules/presets/{name}.editorconfig"), text.ToString());
    }
}
