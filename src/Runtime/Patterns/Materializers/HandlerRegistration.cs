using DynamoToolkit.Streams;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>Adds the handlers of the changes of children to a consumer.</summary>
/// <param name="consumer">The consumer.</param>
internal sealed class HandlerRegistration(StreamConsumer consumer) : IMaterializedVisitor<StreamConsumer>
{
    /// <inheritdoc/>
    public StreamConsumer Visit<TParent, TChild>(MaterializedMap<TParent, TChild> map)
        where TParent : IItem<TParent>
        where TChild : IItem<TChild>
        => consumer.AddHandler(new MapHandler<TParent, TChild>(consumer.Client, map));

    /// <inheritdoc/>
    public StreamConsumer Visit<TParent, TChild>(MaterializedCount<TParent, TChild> count)
        where TParent : IItem<TParent>
        where TChild : IItem<TChild>
        => consumer.AddHandler(new CountHandler<TParent, TChild>(consumer.Client, count));
}
