using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Says why a name in a key template or in an index does not name a stored member, and what to do.</summary>
internal static class UnstoredReasons
{
    /// <summary>The reason, as a clause that follows <c>which</c>.</summary>
    /// <param name="type">The item type.</param>
    /// <param name="name">The name, which no stored member has.</param>
    public static string Of(INamedTypeSymbol type, string name) => type.FindMember(name) switch
    {
        null when name.Contains(':') => "has a format; name the member alone, in the form that keys have, or one that returns the text",
        null when name.Contains('.') => "is a path; name a member of the type itself, such as one that returns the value",
        null => "is not a stored member; correct the name",
        var member when member.HasToolkitAttribute(AttributeNames.Ignore) => "has [DynamoIgnore]; remove that, or use a stored member",
        { IsStatic: true } => "is static; use a member of each item",
        IPropertySymbol { GetMethod: null } => "has no getter; add one, or use another member",
        IPropertySymbol property when property.IsComputed() =>
            "is computed and therefore not stored; mark it with [DynamoAttribute], or use the members that it is computed from",
        _ => "is not a public property and therefore not stored; mark it with [DynamoAttribute], or use a stored member",
    };
}
