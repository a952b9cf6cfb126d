using DynamoToolkit;

namespace TrackingStore.Store;

/// <summary>A write, and by how much the tally changes with it.</summary>
internal sealed record TallyStep(IWriteOperation Write, int Count, long Bytes);
