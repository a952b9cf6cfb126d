namespace DynamoToolkit.Shared.Keys;

/// <summary>A step of a <see cref="KeyLanguage"/>: one character.</summary>
/// <param name="From">The state before it.</param>
/// <param name="Characters">The characters that it takes.</param>
/// <param name="To">The state after it.</param>
internal readonly record struct KeyTransition(int From, KeyCharacters Characters, int To);
