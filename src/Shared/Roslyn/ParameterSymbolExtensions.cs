using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about parameters.</summary>
internal static class ParameterSymbolExtensions
{
    /// <summary>A parameter's default value as C# text; null when it has none or when it is null or <c>default</c>.</summary>
    public static string? DefaultText(this IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
            return null;
        var text = SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false);
        return parameter.Type.TypeKind == TypeKind.Enum ? $"({parameter.Type.ToTypeRef().FullName})({text})" : text + Suffix(value);
    }

    private static string Suffix(object value) => value switch
    {
        float => "F",
        double => "D",
        decimal => "M",
        _ => "",
    };
}
