using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/times.md</c> run; a test compares them with the page.</summary>
public sealed class TimesExamples : PatternTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_SetTheTimes()
    {
        var drafts = Drafts;

        // example: times
        var draft = new Draft { Id = "1" };
        await drafts.CreateAsync(draft, ct);                                            // both times are now
        await drafts.PutAsync(draft, ct);                                               // UpdatedAt is now, CreatedAt stays
        await drafts.Update(Draft.Key("1")).Set(d => d.Count, 1).ExecuteAsync(ct);      // the same in the table
        // end

        // example: imported
        await drafts.CreateAsync(new Draft { Id = "2", CreatedAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) }, ct);
        // end

        // example: latest
        var latest = await drafts.Query(Draft.Index.ByChange()).Descending().Limit(10).ToListAsync(ct);
        // end
        Assert.Equal(2, latest.Count);
        Assert.Equal(Start, draft.CreatedAt);
    }
}
