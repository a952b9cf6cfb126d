using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Converters that are not the built-in one of their kind.</summary>
internal static class WellKnownConverters
{
    /// <summary>Where the converters are.</summary>
    public const string Namespace = "global::DynamoToolkit.Wire.";

    /// <summary>The converter that stands in for one where a type can't be stored.</summary>
    public static string Unstorable(string type) => $"global::DynamoToolkit.CompilerServices.UnstorableConverter<{type}>";

    /// <summary>The converter that stores a time, or an integer, as seconds since 1970.</summary>
    public static string EpochSeconds(ValueSpec value) => Namespace + value.Kind switch
    {
        ValueKind.DateTime => "EpochSecondsDateTimeConverter",
        ValueKind.DateTimeOffset => "EpochSecondsConverter",
        _ => $"EpochSecondsNumberConverter<{value.Type.FullName}>",
    };
}
