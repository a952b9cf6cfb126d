using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about type parameters.</summary>
internal static class TypeParameterSymbolExtensions
{
    /// <summary>The constraints as C# text, <c>where T : class, new()</c>; null when there are none.</summary>
    public static string? ConstraintText(this ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            constraints.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint)
            constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(type => type.ToTypeRef().FullName));
        if (parameter.HasConstructorConstraint)
            constraints.Add("new()");
        return constraints.Count == 0 ? null : $"where {parameter.Name.ToIdentifier()} : {string.Join(", ", constraints)}";
    }
}
