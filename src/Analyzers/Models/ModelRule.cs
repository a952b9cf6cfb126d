namespace DynamoToolkit.Analyzers.Models;

/// <summary>
/// The code of a rule about valid item types and what shares their table or family; its facts are a row of the rule table. Most rules need
/// no such code: the parser, which the generator shares, finds what makes a type invalid.
/// </summary>
internal abstract class ModelRule
{
    /// <summary>Looks at a type that the parser found valid.</summary>
    public abstract void Check(ModelRuleContext context);
}
