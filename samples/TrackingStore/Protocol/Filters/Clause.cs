namespace TrackingStore.Protocol.Filters;

/// <summary>A comparison as it was written, before anyone asks what its identifier means.</summary>
/// <param name="Identifier">The left side.</param>
/// <param name="Operator">The operator in upper case, such as <c>=</c>, <c>LIKE</c> or <c>NOT IN</c>.</param>
/// <param name="Value">The right side; of a list, its first token.</param>
/// <param name="List">The elements of a list, null for a single value.</param>
internal sealed record Clause(Token Identifier, string Operator, Token Value, IReadOnlyList<Token>? List);
