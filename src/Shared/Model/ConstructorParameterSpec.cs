namespace DynamoToolkit.Shared.Model;

/// <summary>A constructor parameter that gets a member's value.</summary>
/// <param name="Identifier">The parameter's name, as an identifier that compiles.</param>
/// <param name="Member">The member's name.</param>
/// <param name="DefaultValue">The parameter's default value as C# text, when it has one.</param>
internal sealed record ConstructorParameterSpec(string Identifier, string Member, string? DefaultValue);
