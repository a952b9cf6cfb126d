using System.Globalization;

namespace DynamoToolkit.Shared.Diagnostics;

/// <summary>How analyzers hand the arguments of a message to fixers: as properties of the diagnostic.</summary>
internal static class DiagnosticArguments
{
    /// <summary>The property that holds an argument.</summary>
    public static string Key(int index) => index.ToString(CultureInfo.InvariantCulture);
}
