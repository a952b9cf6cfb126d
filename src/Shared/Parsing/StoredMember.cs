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

    /// <summary>Whether the type is declared with <c>?</c>.</summary>
    public bool IsDeclaredNullable =>
        Type.IsNullableStruct() || (Type.IsReferenceType && Type.NullableAnnotation == NullableAnnotation.Annotated);
}
