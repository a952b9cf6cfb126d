namespace DynamoToolkit.Shared.Schema;

/// <summary>A fact of the model, with its declaration.</summary>
internal sealed record ModelFact(SchemaLine Line, SchemaAnchor Anchor);
