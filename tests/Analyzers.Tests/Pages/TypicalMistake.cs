namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>A typical mistake of those who design for DynamoDB, and what stops it.</summary>
/// <param name="Number">Its number in the collection of mistakes.</param>
/// <param name="Text">The mistake.</param>
/// <param name="Rules">The rules that find it; none if the library makes it impossible, or if it can't be found.</param>
/// <param name="Note">What the rules need, what makes it impossible, or why it can't be found.</param>
/// <param name="IsCovered">Whether it is found or impossible.</param>
internal sealed record TypicalMistake(int Number, string Text, string[] Rules, string Note, bool IsCovered);
