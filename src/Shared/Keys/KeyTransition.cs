namespace DynamoToolkit.Shared.Keys;

/// <summary>A step out of a state of a <see cref="KeyLanguage"/>: one character.</summary>
/// <param name="Characters">The characters that it takes.</param>
/// <param name="To">The state after it.</param>
internal readonly record struct KeyTransition(KeyCharacters Characters, int To);
