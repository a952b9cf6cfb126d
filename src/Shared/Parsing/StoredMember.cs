using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>A member that is stored, with the symbol that the later parsers still need.</summary>
internal sealed record StoredMember(ISymbol Symbol, ITypeSymbol Type, MemberSpec Spec)
{
    /// <summary>The type in messages about how it is stored.</summary>
    public string StoredType => Spec switch
    {
        { IsTimeToLive: true } => $"'{Type.ToMessage()}' in seconds",
        { Value.CustomConverter: not null } => $"'{Type.ToMessage()}' through a converter",
        _ => $"'{Type.ToMessage()}'",
    };

    /// <summary>Stands for a member with a mistake: only its token is generated, so that expressions that use it compile.</summary>
    public static MemberSpec Placeholder(ISymbol member)
    {
        var type = member.MemberType().WithoutNullable();
        var isNameable = type.IsNameable();
        return new MemberSpec
        {
            Name = member.Name,
            Identifier = member.Name.ToIdentifier(),
            AttributeName = member.Name,
            Value = isNameable ? ValueOf(type) : Unstorable("object", isValueType: false),
            Assignment = MemberAssignment.None,
            TokenAccess = isNameable ? type.DeepAccess() : TokenAccess.Public,
        };
    }

    // The tokens of collections have elements, so that what expressions do with these compiles as well.
    private static ValueSpec ValueOf(ITypeSymbol declared)
    {
        var type = declared.WithoutNullable();
        var name = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var value = Unstorable(name, type.IsValueType) with { IsNullable = declared.IsNullableStruct() };
        return type is not IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
            && WellKnownCollections.Find(type) is { Key: null or { SpecialType: SpecialType.System_String } } collection
                ? value with
                {
                    Kind = collection.Value,
                    Element = ValueOf(collection.Element),
                    Key = collection.Key is null ? null : Unstorable("string", isValueType: false) with { Kind = ValueKind.String },
                }
                : value;
    }

    private static ValueSpec Unstorable(string name, bool isValueType) => new()
    {
        Kind = ValueKind.Custom,
        Type = new TypeRef(name, name, isValueType),
        Wire = WireType.Unknown,
        CustomConverter = WellKnownConverters.Unstorable(name),
    };

    /// <summary>Whether the type is declared with <c>?</c>.</summary>
    public bool IsDeclaredNullable =>
        Type.IsNullableStruct() || (Type.IsReferenceType && Type.NullableAnnotation == NullableAnnotation.Annotated);
}
