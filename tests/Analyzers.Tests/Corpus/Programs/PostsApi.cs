using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Posts;
using DynamoToolkit;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Programs.PostsApi;

/// <summary>A controller, which gets its tables from the services.</summary>
[ApiController]
public sealed class PostsController(DynamoTable<Post> posts, DynamoTable<Comment> comments) : ControllerBase
{
    [HttpGet("posts/{id}")]
    public async Task<IActionResult> GetAsync(string id, CancellationToken cancellationToken)
    {
        var post = await posts.GetAsync(Post.Key(id), cancellationToken: cancellationToken);
        if (post is null)
            return NotFound();
        await posts.LoadCountersAsync(post, cancellationToken: cancellationToken);
        return Ok(post);
    }

    [HttpGet("posts/{id}/comments")]
    public async Task<IActionResult> GetCommentsAsync(string id, string? page, CancellationToken cancellationToken)
    {
        try
        {
            var at = page is null ? null : PageToken.Parse(page);
            var found = await comments.Query(Comment.Partition(id)).Limit(20).GetPageAsync(at, cancellationToken);
            return Ok(new { found.Items, Next = found.Next?.ToString() });
        }
        catch (PageTokenException)
        {
            return NotFound();
        }
    }

    [HttpGet("people/{author}/posts")]
    public async Task<IActionResult> GetByAuthorAsync(string author, CancellationToken cancellationToken)
    {
        List<Post> all = await posts.Query(Post.Index.ByAuthor(author)).Descending().Limit(50).ToListAsync(cancellationToken);
        return Ok(all);
    }
}
