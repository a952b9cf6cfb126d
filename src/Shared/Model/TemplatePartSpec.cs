namespace DynamoToolkit.Shared.Model;

/// <summary>A piece of a key template: literal text or a member.</summary>
/// <param name="Literal">The text, when it is literal.</param>
/// <param name="Member">The member's name, when it is one.</param>
internal sealed record TemplatePartSpec(string? Literal, string? Member);
