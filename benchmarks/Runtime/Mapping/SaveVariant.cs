using DynamoToolkit.Benchmarks.Entities;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>One way of writing the items of a save of a version.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Write">Writes, copies the bytes to a stream if there is one, and returns their number.</param>
internal sealed record SaveVariant(string Name, Func<OrderVersion, Stream?, int> Write);
