using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Shared.Schema;

/// <summary>What the target DynamoSchemaUpdate of the package's build file sets.</summary>
/// <param name="IsUpdating">Whether the build writes the baseline. Then nothing is compared.</param>
/// <param name="Acknowledges">Whether it also records what breaks existing items.</param>
internal readonly record struct SchemaOptions(bool IsUpdating, bool Acknowledges)
{
    /// <summary>The options of a build.</summary>
    public static SchemaOptions Of(AnalyzerConfigOptions options) => new(IsSet(options, "Updating"), IsSet(options, "Acknowledge"));

    private static bool IsSet(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property.DynamoSchema" + name, out var value)
        && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
