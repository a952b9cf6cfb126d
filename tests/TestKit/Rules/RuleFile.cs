namespace DynamoToolkit.TestKit;

/// <summary>An additional file of a project, which is no source.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text.</param>
public sealed record RuleFile(string Name, string Text);
