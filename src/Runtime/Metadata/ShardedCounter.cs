using System.ComponentModel;
using System.Numerics;

namespace DynamoToolkit;

/// <summary>A counter of an item type. The generator creates one for each member with <see cref="ShardedCounterAttribute"/>.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <typeparam name="TValue">The number's type.</typeparam>
public sealed class ShardedCounter<T, TValue> : CounterModel
    where TValue : struct, INumber<TValue>
{
    private readonly Action<T, TValue> set;

    /// <summary>Creates the counter. Called by generated code.</summary>
    /// <param name="name">The counter's name in keys.</param>
    /// <param name="count">The number of items to which adds go.</param>
    /// <param name="set">Assigns the value to an item's member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ShardedCounter(string name, int count, Action<T, TValue> set)
        : base(name, count) => this.set = set;

    internal override void Assign(object item, decimal value) => set((T)item, TValue.CreateChecked(value));
}
