namespace DynamoToolkit.Shared.Diagnostics;

/// <summary>The categories of rules, by which an .editorconfig can set severities.</summary>
internal static class RuleCategories
{
    public const string Model = "DynamoToolkit.Model";
    public const string Keys = "DynamoToolkit.Keys";
}
