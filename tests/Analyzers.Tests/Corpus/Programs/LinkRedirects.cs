using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2.Model;
using Corpus.ShortLinks;
using DynamoToolkit;

namespace Corpus.Programs.LinkRedirects;

/// <summary>Creates and follows short links.</summary>
public sealed class LinkRedirects(DynamoTable<ShortLink> links)
{
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Tries codes until one is free: the key makes sure that two links never share one.</summary>
    public async Task<ShortLink> CreateAsync(Uri target, string owner, CancellationToken cancellationToken)
    {
        while (true)
        {
            var link = new ShortLink { Code = Random.Shared.GetString(Alphabet, 7), Target = target, OwnerId = owner };
            try
            {
                await links.CreateAsync(link, cancellationToken);
                return link;
            }
            catch (ConditionalCheckFailedException)
            {
                // Another link has the code.
            }
        }
    }

    public async Task<Uri?> FollowAsync(string code, string visit, CancellationToken cancellationToken)
    {
        var key = ShortLink.Key(code);
        if (await links.GetAsync(key, cancellationToken: cancellationToken) is not { } link)
            return null;
        await links.Counter(key, ShortLink.Counters.Clicks).AddOnceAsync(1, visit, cancellationToken);
        return link.Target;
    }
}

file static class RandomExtensions
{
    public static string GetString(this Random random, string alphabet, int length) =>
        new(random.GetItems<char>(alphabet, length));
}
