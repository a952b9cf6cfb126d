using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Which values can be keys, and which can be parts of a key's text.</summary>
internal static class KeyTypes
{
    /// <summary>Whether DynamoDB accepts the value's attribute as a key.</summary>
    public static bool CanBeKey(ValueSpec value) => value.Wire is WireType.S or WireType.N or WireType.B;

    /// <summary>Whether the value has a text that sorts as the values compare, for templates.</summary>
    public static bool CanBePart(ValueSpec value) => (value.CustomConverter is null || value.KeepsKeyForm) && value.Kind is
        ValueKind.String or ValueKind.Char or ValueKind.Boolean or ValueKind.Guid or ValueKind.Enum or
        ValueKind.Integer or ValueKind.Double or ValueKind.Single or
        ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly or ValueKind.TimeOnly or ValueKind.TimeSpan;

    /// <summary>Whether the part's text can have any length, so that a <c>#</c> has to follow it.</summary>
    public static bool HasOpenEnd(ValueSpec value) => value.Kind == ValueKind.String || value is { Kind: ValueKind.Enum, Wire: WireType.S };
}
