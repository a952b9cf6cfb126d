using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Reads the arguments of attributes.</summary>
internal static class AttributeDataExtensions
{
    /// <summary>Whether this is the runtime's attribute of that name.</summary>
    public static bool IsToolkit(this AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && type.IsInToolkit();

    /// <summary>Whether this is any attribute of the runtime.</summary>
    public static bool IsToolkit(this AttributeData attribute) => attribute.AttributeClass is { } type && type.IsInToolkit();

    /// <summary>A positional argument that is a string.</summary>
    public static string? Text(this AttributeData attribute, int index) =>
        attribute.Positional(index) is { } constant ? Text(constant) : null;

    /// <summary>A positional argument that is a number or an enum.</summary>
    public static int? Number(this AttributeData attribute, int index) =>
        attribute.Positional(index) is { } constant ? Number(constant) : null;

    /// <summary>A positional argument that is a type.</summary>
    public static INamedTypeSymbol? Type(this AttributeData attribute, int index) =>
        attribute.Positional(index) is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type } ? type : null;

    /// <summary>A positional argument that is a string or an array of strings; nulls are left out.</summary>
    public static IReadOnlyList<string> Texts(this AttributeData attribute, int index) =>
        attribute.Positional(index) is { } constant ? Texts(constant) : [];

    /// <summary>A named argument that is a string.</summary>
    public static string? NamedText(this AttributeData attribute, string name) =>
        attribute.Named(name) is { } constant ? Text(constant) : null;

    /// <summary>A named argument that is an array of strings.</summary>
    public static IReadOnlyList<string> NamedTexts(this AttributeData attribute, string name) =>
        attribute.Named(name) is { } constant ? Texts(constant) : [];

    /// <summary>A named argument that is a number or an enum.</summary>
    public static int? NamedNumber(this AttributeData attribute, string name) =>
        attribute.Named(name) is { } constant ? Number(constant) : null;

    /// <summary>A positional argument that is a whole number of any size.</summary>
    public static long? WholeNumber(this AttributeData attribute, int index) =>
        attribute.Positional(index) is { Kind: TypedConstantKind.Primitive, Value: int or long } constant
            ? Convert.ToInt64(constant.Value) : null;

    /// <summary>A named argument that is a number, with or without a fraction; null when it is not given.</summary>
    public static double? NamedReal(this AttributeData attribute, string name) =>
        attribute.Named(name) is { Kind: TypedConstantKind.Primitive, Value: int or long or float or double } constant
            ? Convert.ToDouble(constant.Value)
            : null;

    /// <summary>A named argument that is a boolean; false when it is not given.</summary>
    public static bool NamedBoolean(this AttributeData attribute, string name) => attribute.Named(name) is { Value: true };

    /// <summary>Whether the compiler reports an argument, or that one is missing.</summary>
    public static bool HasUnknownArgument(this AttributeData attribute) => attribute.AttributeConstructor is null
        || attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.Value)).Any(IsUnknown);

    /// <summary>
    /// Whether an attribute in an assembly has a <c>nameof</c> of something that does not exist. The compiler reports it, but gives it a
    /// value nevertheless.
    /// </summary>
    public static bool HasUnknownName(this AttributeData attribute, IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList: { } arguments }
            || assembly is not ISourceAssemblySymbol { Compilation: var compilation }
            || !compilation.ContainsSyntaxTree(arguments.SyntaxTree))
        {
            return false;
        }

        return arguments.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 })
            .Select(call => compilation.GetSemanticModel(arguments.SyntaxTree)
                .GetSymbolInfo(call.ArgumentList.Arguments[0].Expression, cancellationToken))
            .Any(info => info.Symbol is null && info.CandidateSymbols.IsEmpty);
    }

    /// <summary>
    /// Where an attribute is: at one of its texts where the source spells that out, or else at the attribute itself; null for an attribute
    /// without source.
    /// </summary>
    public static Location? LocationOf(this AttributeData attribute, string? text, CancellationToken cancellationToken)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken);
        var literal = text is null ? null : (syntax as AttributeSyntax)?.ArgumentList?
            .DescendantNodes().FirstOrDefault(node => node is LiteralExpressionSyntax { Token.Value: string value } && value == text);
        return (literal ?? syntax)?.GetLocation();
    }

    private static bool IsUnknown(TypedConstant constant) => constant.Kind == TypedConstantKind.Error
        || (constant is { Kind: TypedConstantKind.Array, Values.IsDefault: false } && constant.Values.Any(IsUnknown));

    private static TypedConstant? Positional(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index] : null;

    private static TypedConstant? Named(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }

    private static string? Text(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    private static int? Number(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Enum or TypedConstantKind.Primitive, Value: int number } ? number : null;

    private static IReadOnlyList<string> Texts(TypedConstant constant) => constant switch
    {
        { IsNull: true } => [],
        { Kind: TypedConstantKind.Array } => [.. constant.Values.Select(Text).OfType<string>()],
        _ => Text(constant) is { } text ? [text] : [],
    };

    private static bool IsInToolkit(this INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
