namespace DynamoToolkit;

/// <summary>
/// Marks a number that many writers add to at the same time. It is not stored in the item: each add goes to one of several small items
/// beside it, chosen at random, and the value is their sum, which one query reads. Use it on an <c>int</c>, <c>long</c> or <c>decimal</c>.
/// </summary>
/// <remarks>
/// The generated <c>Counters.Views</c> names the counter: <c>pages.Counter(WebPage.Key(url), WebPage.Counters.Views).AddAsync(1)</c>. Reads
/// of the item leave the member unchanged; <c>LoadCountersAsync</c> fills it.
/// </remarks>
/// <param name="count">The number of items to which adds go, from 2 to 256. It can change at any time.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShardedCounterAttribute(int count) : Attribute
{
    /// <summary>The number of items to which adds go.</summary>
    public int Count { get; } = count;
}
