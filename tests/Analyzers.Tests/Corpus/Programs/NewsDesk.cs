using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Views;
using DynamoToolkit;

namespace Corpus.Programs.NewsDesk;

/// <summary>Two views of the same items: a small one for lists and changes, the whole one for reading.</summary>
public sealed class NewsDesk(DynamoTable<Article> articles, DynamoTable<ArticleTitle> titles)
{
    public async Task<string?> TitleAsync(string slug, CancellationToken cancellationToken) =>
        (await titles.GetAsync(ArticleTitle.Key(slug), cancellationToken: cancellationToken))?.Title;

    public async Task<ArticleState?> StateAsync(string slug, CancellationToken cancellationToken)
    {
        var result = await articles.Get(Article.Key(slug)).As<ArticleState>().ExecuteAsync(cancellationToken);
        return result.HasItem ? result.Item : null;
    }

    public Task PublishAsync(string slug, DateTimeOffset at, CancellationToken cancellationToken) =>
        articles.Update(Article.Key(slug))
            .Set(a => a.PublishedAt, at)
            .If(a => a.PublishedAt.NotExists() & a.Text.Size() > 0)
            .ExecuteAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(IEnumerable<string> slugs, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>();
        var keys = new HashSet<ItemKey<ArticleTitle>>();
        foreach (var slug in slugs)
            keys.Add(ArticleTitle.Key(slug));
        var result = await titles.BatchGetAsync(keys, new BatchGetOptions { ConsistentRead = true }, cancellationToken);
        foreach (var title in result.Items)
            found[title.Slug] = title.Title;
        result.ThrowIfIncomplete();
        return found;
    }
}
