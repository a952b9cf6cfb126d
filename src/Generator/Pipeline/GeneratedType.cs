using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Generator;

/// <summary>What the generator makes of a type.</summary>
/// <param name="Spec">What to generate; null if nothing can be generated.</param>
/// <param name="Mistakes">The mistakes that the generator reports itself, because they hide the analyzers' reports.</param>
internal sealed record GeneratedType(ItemSpec? Spec, EquatableArray<MistakeSpec> Mistakes)
{
    /// <summary>Whether the project's version of C# is one in which no generated code compiles.</summary>
    public bool IsInLowerLanguage => Mistakes.Any(static mistake => mistake.RuleId == RuleTable.LanguageVersionTooLow.Id);

    /// <summary>Parses a type; null where another declaration or attribute of the type stands for it.</summary>
    public static GeneratedType? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // While a declaration is being typed, the attribute may stand on what the parser takes for a member.
        if (context.TargetSymbol is not INamedTypeSymbol type || !IsFirst(type, context.TargetNode, context.Attributes[0]))
            return null;
        var mistakes = new List<MistakeSpec>();
        var spec = ItemParser.ParseOrSketch(type, Note, cancellationToken);
        return new GeneratedType(spec, mistakes.ToEquatableArray());

        void Note(ModelProblem problem)
        {
            if (DeclarationReporter.Reports(problem.Rule))
                mistakes.Add(MistakeSpec.From(problem));
        }
    }

    /// <summary>C# reports attributes that are repeated on another part; a type with both attributes is a table.</summary>
    private static bool IsFirst(INamedTypeSymbol type, SyntaxNode declaration, AttributeData attribute)
    {
        var first = type.GetAttributes().FirstOrDefault(other =>
            other.IsToolkit(AttributeNames.Table)) ?? type.ToolkitAttribute(AttributeNames.Map);
        return SymbolEqualityComparer.Default.Equals(first?.AttributeClass, attribute.AttributeClass)
            && first?.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == declaration.SyntaxTree
            && declaration.Span.Contains(reference.Span);
    }
}
