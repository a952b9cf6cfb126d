using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Writes that compare concurrency tokens, and times of creation and change.</summary>
internal static class Locking
{
    public static async Task RunAsync(DynamoClient db)
    {
        var articles = db.Table<Article>();
        var article = new Article { Id = "1", Text = "a" };
        await articles.CreateAsync(article);
        Expect.Equal(1L, article.Version!.Value);
        Expect.True(article.CreatedAt == article.ChangedAt && article.ChangedAt > DateTimeOffset.UnixEpoch);

        var updated = (await articles.Update(article).Set(a => a.Text, "b").ReturnNew().ExecuteAsync()).Item!;
        Expect.Equal(2L, updated.Version!.Value);
        try
        {
            await articles.PutAsync(article);
            throw new InvalidOperationException("An outdated article was put.");
        }
        catch (ConcurrencyConflictException conflict)
        {
            Expect.Equal("b", conflict.CurrentItem<Article>()!.Text!);
            Expect.Equal("1, 2", $"{conflict.ExpectedToken}, {conflict.FoundToken}");
        }

        await articles.Put(article).IfConcurrencyToken(2).ExecuteAsync();
        Expect.Equal(3L, article.Version!.Value);
        Expect.Equal(article, (await articles.GetAsync(Article.Key("1"), consistentRead: true))!);
        Expect.Equal(1, await articles.Query(Article.Index.ByChange()).CountAsync());
        await db.TransactWriteAsync([articles.Delete(article)]);

        var comments = db.Table<Comment>();
        var comment = new Comment("1", "a");
        await comments.CreateAsync(comment);
        var first = comment.Token!;
        await comments.Put(comment).IgnoreConcurrencyToken().ExecuteAsync();
        Expect.True(comment.Token != first);
        await comments.Delete(Comment.Key("1")).IfConcurrencyToken(comment.Token!).ExecuteAsync();

        var votes = db.Table<Vote>();
        var vote = new Vote { Id = "1" };
        await votes.CreateAsync(vote);
        await votes.Update(Vote.Key("1")).Set(v => v.Stars, 5).IfConcurrencyToken(vote.Token).ExecuteAsync();
        await votes.DeleteAsync((await votes.GetAsync(Vote.Key("1"), consistentRead: true))!);
    }
}
