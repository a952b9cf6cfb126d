using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>What a build prints.</summary>
internal static class BuildOutput
{
    /// <summary>The line for a diagnostic in a project that does not make errors of warnings, as these tests do.</summary>
    public static string Of(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var severity = diagnostic.DefaultSeverity is DiagnosticSeverity.Error ? "error" : "warning";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {severity} {diagnostic.Id}: ")
            + diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }
}
