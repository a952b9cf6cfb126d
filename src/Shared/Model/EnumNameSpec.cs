namespace DynamoToolkit.Shared.Model;

/// <summary>A text that stands for a member of an enum.</summary>
/// <param name="Member">The member's name in C#.</param>
/// <param name="Text">The stored text.</param>
internal sealed record EnumNameSpec(string Member, string Text);
