using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Names what an attribute holds, as far as a program that reads it later depends on that.</summary>
internal static class StoredTypes
{
    private const string Global = "global::";
    private const string LibraryConverters = "global::DynamoToolkit.Wire.";

    /// <summary>The name of a type in the baseline.</summary>
    public static string NameOf(TypeRef type) => WithoutGlobal(type.FullName);

    /// <summary>What the attribute of a member holds.</summary>
    public static string Of(MemberSpec member) => member.IsTimeToLive ? "N seconds" : Of(member.Value);

    /// <summary>How the text of a member looks in a key; null for a text that is as it is.</summary>
    public static string? KeyFormOf(ValueSpec value) => value switch
    {
        { Kind: ValueKind.String } => null,
        { Enum.Storage: EnumStorageSpec.Name } => "name",
        { Enum: { } number } => number.UnderlyingType,
        _ => ShortName(value.Type),
    };

    private static string Of(ValueSpec value) => value switch
    {
        { Enum: { } stored } => $"{(stored.Storage == EnumStorageSpec.Name ? "S" : "N")} enum {NameOf(stored.Type)}",
        { Kind: ValueKind.Map } => $"map {NameOf(value.Type)}",
        { Kind: ValueKind.Set } or { OtherForm: OtherCollectionForm.IsSet } => $"set of {Of(value.Element!)}",
        { Kind: ValueKind.List } => $"list of {Of(value.Element!)}",
        { Kind: ValueKind.Dictionary } => $"dictionary{ByKey(value.Key!)} of {Of(value.Element!)}",
        { Kind: ValueKind.Custom, CustomConverter: { } converter }
            when !converter.StartsWith(LibraryConverters, StringComparison.Ordinal) => $"converter {WithoutGlobal(converter)}",
        { Kind: ValueKind.String or ValueKind.Bytes or ValueKind.Memory } => value.Wire.ToString(),
        { Kind: ValueKind.Boolean } => value.Wire == WireType.N ? "N bool" : "BOOL",
        { CustomConverter: { } other } when other.StartsWith(LibraryConverters + "Milliseconds", StringComparison.Ordinal) =>
            $"{value.Wire} {ShortName(value.Type)} in milliseconds",
        _ => $"{value.Wire} {ShortName(value.Type)}",
    };

    private static string ByKey(ValueSpec key) => KeyFormOf(key) switch
    {
        null => "",
        "name" => $" by {NameOf(key.Type)}",
        var form => $" by {form}",
    };

    private static string ShortName(TypeRef type) => type.FullName.Substring(type.FullName.LastIndexOf('.') + 1);

    private static string WithoutGlobal(string name) =>
        name.StartsWith(Global, StringComparison.Ordinal) ? name.Substring(Global.Length) : name;
}
