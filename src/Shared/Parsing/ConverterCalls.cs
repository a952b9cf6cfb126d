using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Decides whether the code of an item type can call a converter.</summary>
internal static class ConverterCalls
{
    /// <summary>Why it can't, and what to do; null when it can.</summary>
    /// <param name="converter">The converter, which is for the type.</param>
    /// <param name="type">The type to convert.</param>
    /// <param name="caller">The item type.</param>
    public static string? Refusal(INamedTypeSymbol converter, ITypeSymbol type, INamedTypeSymbol caller)
    {
        if (converter.TypeKind == TypeKind.Interface)
            return "it is an interface; use a type that implements it";
        foreach (var current in converter.ContainingTypes().Prepend(converter))
        {
            if (current.IsFileLocal)
                return "it is file-local; make it internal";
            if (!current.IsVisibleIn(caller))
                return $"'{caller.ToMessage()}' can't access it; make it internal";
        }

        var implemented = converter.ConverterInterface(type)!;
        if (implemented.TypeArguments[0] is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } nullable)
        {
            var bare = nullable.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            return $"it is for '{nullable.ToMessage()}', but never gets null; implement IAttributeConverter<{bare.ToMessage()}>";
        }

        return implemented.GetMembers().Select(converter.FindImplementationForInterfaceMember).All(IsPublicOrMissing)
            ? null
            : "it implements Write or Read explicitly; make them public";
    }

    private static bool IsPublicOrMissing(ISymbol? member) => member is null or { DeclaredAccessibility: Accessibility.Public };
}
