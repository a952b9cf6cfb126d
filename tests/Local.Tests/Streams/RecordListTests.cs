using DynamoToolkit.Local.Streams;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Streams;

public sealed class RecordListTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Add_AfterAnAbandonedOne_ReplacesItAndLeavesEarlierListsAlone()
    {
        var lists = new List<RecordList> { RecordList.Empty };
        for (var i = 1; i <= 300; i++)
        {
            // Twice at the same place, as when a write fails after it has added a record.
            lists[^1].Add(Record(-i));
            lists.Add(lists[^1].Add(Record(i)));
        }

        for (var length = 0; length < lists.Count; length++)
        {
            Assert.Equal(length, lists[length].Count);
            Assert.Equal(Enumerable.Range(1, length).Select(static i => (long)i), lists[length].All.Select(static r => r.Sequence));
        }
    }

    [Fact]
    public void Index_OfEveryNumberAndMoment_IsThatOfTheFirstNotBefore()
    {
        var list = Enumerable.Range(1, 200).Aggregate(RecordList.Empty, static (list, i) => list.Add(Record(i)));

        for (var i = 1; i <= 201; i++)
        {
            Assert.Equal(i - 1, list.IndexOf(i));
            Assert.Equal(i - 1, list.IndexSince(Start.AddSeconds(i)));
        }
    }

    [Fact]
    public void DropBefore_EveryMoment_KeepsAllThatIsNotOlder()
    {
        var list = Enumerable.Range(1, 200).Aggregate(RecordList.Empty, static (list, i) => list.Add(Record(i)));

        for (var i = 0; i <= 202; i++)
        {
            var kept = list.DropBefore(Start.AddSeconds(i));
            Assert.Equal(200 - Math.Min(Math.Max(i - 1, 0), 200), kept.Count - kept.IndexSince(Start.AddSeconds(i)));
            Assert.Equal(999, kept.Add(Record(999)).All.Last().Sequence);
        }

        Assert.Equal(0, list.DropBefore(Start.AddDays(1)).Count);
    }

    private static StreamRecord Record(int i) =>
        new(i, Start.AddSeconds(i), StreamEvent.Insert, MapValue.Empty, null, null, ByService: false);
}
