using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about parameters.</summary>
internal static class ParameterSymbolExtensions
{
    /// <summary>A parameter's default value as C# text; null when it has none, or when it is a null.</summary>
    public static string? DefaultText(this IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
            return null;
        var type = parameter.Type;
        if (parameter.ExplicitDefaultValue is { } value)
            return type.TypeKind == TypeKind.Enum ? $"({type.ToTypeRef().FullName})({ConstantTexts.Of(value)})" : ConstantTexts.Of(value);

        // C# says null for the default of a struct as well.
        return type.IsValueType && !type.IsNullableStruct() ? $"default({type.ToTypeRef().FullName})" : null;
    }
}
