using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Gives the values of a member the converters that read, and perhaps write, what DynamoDBContext stores.</summary>
internal sealed class CompatibleValues(ParseContext context, ISymbol member)
{
    private const string Wire = WellKnownConverters.Namespace;

    private bool Reads => context.Compatible.Reads;

    /// <summary>A key has to equal the stored one, so it is always written as DynamoDBContext writes it.</summary>
    private bool Writes => context.Compatible.Writes || (Reads
        && (MemberAttributes.Has(member, AttributeNames.PartitionKey) || MemberAttributes.Has(member, AttributeNames.SortKey)));

    /// <summary>How the member's enums are stored: as its attribute says, or else as DynamoDBContext does where that is wanted.</summary>
    public EnumStorageSpec EnumStorage(AttributeData? attribute) => attribute?.NamedNumber("EnumStorage") switch
    {
        (int)EnumStorageSpec.Number => EnumStorageSpec.Number,
        null when Writes => EnumStorageSpec.Number,
        _ => EnumStorageSpec.Name,
    };

    /// <summary>The value with the converter that it needs; unchanged if the type is not compatible with anything.</summary>
    public ValueSpec? Of(ValueSpec? value, ITypeSymbol type) => value switch
    {
        null or { CustomConverter: not null } => value,
        _ when !Reads => value,
        { Kind: ValueKind.Boolean } => Boolean(value),
        { Kind: ValueKind.Enum } => Enum(value, (INamedTypeSymbol)type),
        { Kind: ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.TimeOnly } when Writes =>
            value with { CustomConverter = $"{Wire}Milliseconds{value.Kind}Converter", KeepsKeyForm = true },
        { Kind: ValueKind.List } => List(value),
        { Kind: ValueKind.Set } => value with { OtherForm = OtherCollectionForm.ReadsOther },
        _ => value,
    };

    private ValueSpec Boolean(ValueSpec value)
    {
        const string Number = Wire + "BooleanNumberConverter";
        return Writes
            ? value with { Wire = WireType.N, CustomConverter = Number, KeepsKeyForm = true }
            : value with { CustomConverter = $"{Wire}OrNumberConverter<bool, {Wire}BooleanConverter, {Number}>", KeepsKeyForm = true };
    }

    private ValueSpec Enum(ValueSpec value, INamedTypeSymbol type)
    {
        var name = value.Type.FullName;
        var number = $"{Wire}EnumNumberConverter<{name}, {value.Enum!.UnderlyingType}>";
        var text = context.Enum(type, EnumStorageSpec.Name).ConverterName;
        var converter = value.Enum.Storage == EnumStorageSpec.Name
            ? $"OrNumberConverter<{name}, {text}, {number}>"
            : $"OrStringConverter<{name}, {number}, {text}>";
        return value with { CustomConverter = Wire + converter, KeepsKeyForm = true };
    }

    /// <summary>DynamoDBContext stores lists of scalars as sets, except lists of enums and those declared as an interface.</summary>
    private ValueSpec List(ValueSpec value)
    {
        var isSet = Writes
            && value.Collection is (CollectionKind.Standard or CollectionKind.Array)
            && value.Element is { IsNullable: false, Kind: not ValueKind.Enum, Wire: WireType.S or WireType.N or WireType.B };
        if (!isSet)
            return value with { OtherForm = OtherCollectionForm.ReadsOther };
        var wire = value.Element!.Wire switch { WireType.S => WireType.SS, WireType.N => WireType.NS, _ => WireType.BS };
        return value with { OtherForm = OtherCollectionForm.IsSet, Wire = wire };
    }
}
