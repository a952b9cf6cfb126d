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
        var name = isNameable
            ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : "object";
        return new MemberSpec
        {
            Name = member.Name,
            Identifier = member.Name.ToIdentifier(),
            AttributeName = member.Name,
            Value = new ValueSpec
            {
                Kind = ValueKind.Custom,
                Type = new TypeRef(name, name, isNameable && type.IsValueType),
                Wire = WireType.Unknown,
                CustomConverter = WellKnownConverters.Unstorable(name),
            },
            Assignment = MemberAssignment.None,
            TokenAccess = isNameable ? type.DeepAccess() : TokenAccess.Public,
        };
    }

    /// <summary>Whether the type is declared with <c>?</c>.</summary>
    public bool IsDeclaredNullable =>
        Type.IsNullableStruct() || (Type.IsReferenceType && Type.NullableAnnotation == NullableAnnotation.Annotated);
}
