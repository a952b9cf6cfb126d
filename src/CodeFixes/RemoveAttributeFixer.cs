using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes;

/// <summary>Removes one attribute from the member or type that a diagnostic is at.</summary>
public abstract class RemoveAttributeFixer : ModelFixer
{
    private readonly string attributeName;

    private protected RemoveAttributeFixer(string ruleId, string attributeName)
        : base(ruleId) => this.attributeName = attributeName;

    private protected sealed override FixPlan? Plan(FixRequest request)
    {
        if ((request.Member ?? request.Type) is not { } declaration || !declaration.HasAttribute(attributeName) || !IsPlain(request))
            return null;
        return request.Plan(
            $"Remove [{AttributeNames.WithoutSuffix(attributeName)}]",
            editor => editor.ReplaceNode(declaration, (current, _) => current.WithoutAttributes(IsUnwanted)));
    }

    /// <summary>Whether removing the attribute is all there is to do.</summary>
    private protected virtual bool IsPlain(FixRequest request) => true;

    private bool IsUnwanted(AttributeSyntax attribute) => attribute.Is(attributeName);
}
