using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>What a write did: the item before and after, null where there was or is none.</summary>
internal readonly record struct WriteOutcome(TableSchema Schema, MapValue? Old, MapValue? New);
