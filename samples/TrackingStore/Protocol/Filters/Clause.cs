namespace TrackingStore.Protocol.Filters;

/// <summary>A comparison as it was written, before anyone asks what its identifier means.</summary>
/// <param name="Identifier">The left side.</param>
/// <param name="Operator">The operator in upper case, such as <c>=</c>, <c>LIKE</c>, <c>NOT IN</c> or <c>IS NULL</c>.</param>
/// <param name="Value">The right side; of a list, its first token; the left side once more if there is no right one.</param>
/// <param name="List">The elements of a list, null for a single value; empty if there is no right side.</param>
internal sealed record Clause(Token Identifier, string Operator, Token Value, IReadOnlyList<Token>? List);
