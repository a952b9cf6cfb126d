namespace DynamoToolkit.Shared.Schema;

/// <summary>What the model says about a table, an item type, a map or an enum.</summary>
/// <param name="Owner">The owner, as lines begin with it.</param>
/// <param name="Anchor">Its declaration; of a table, its first item type.</param>
/// <param name="Facts">The facts.</param>
internal sealed record ModelOwner(string Owner, SchemaAnchor Anchor, IReadOnlyList<ModelFact> Facts);
