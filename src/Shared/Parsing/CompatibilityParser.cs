using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [DynamoCompatible].</summary>
internal static class CompatibilityParser
{
    /// <summary>What a type shares with items of DynamoDBContext, as the nearest attribute says.</summary>
    public static CompatibilitySpec Parse(INamedTypeSymbol type) => type.NearestAttribute(AttributeNames.Compatible) is { } attribute
        ? new CompatibilitySpec(Reads: true, attribute.NamedBoolean("Writes"))
        : new CompatibilitySpec(Reads: false, Writes: false);
}
