using DynamoToolkit.Streams;

namespace DynamoToolkit.Hosting;

/// <summary>A consumer that the program runs.</summary>
/// <param name="create">Creates it without its handlers.</param>
internal sealed class StreamRegistration(Func<IServiceProvider, StreamConsumer> create)
{
    private readonly Lock gate = new();
    private StreamConsumer? consumer;

    /// <summary>What adds its handlers.</summary>
    public List<Action<IServiceProvider, StreamConsumer>> Handlers { get; } = [];

    /// <summary>The consumer, which is created when someone first asks for it.</summary>
    public StreamConsumer Resolve(IServiceProvider provider)
    {
        lock (gate)
        {
            if (consumer is not null)
                return consumer;

            var created = create(provider);
            foreach (var add in Handlers)
                add(provider, created);
            return consumer = created;
        }
    }
}
