using System;
using System.Security.Claims;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

// The little of ASP.NET Core that the programs use, so that the corpus needs no other framework than the tests have.
namespace Microsoft.AspNetCore.Builder
{
    public sealed class WebApplication
    {
        public IServiceProvider Services { get; } = null!;

        public static WebApplicationBuilder CreateBuilder(string[] args) => new();

        public void Run()
        {
        }
    }

    public sealed class WebApplicationBuilder
    {
        public IServiceCollection Services { get; } = null!;

        public Microsoft.Extensions.Configuration.IConfiguration Configuration { get; } = null!;

        public WebApplication Build() => new();
    }

    public static class EndpointRouteBuilderExtensions
    {
        public static void MapGet(this WebApplication app, string pattern, Delegate handler)
        {
        }

        public static void MapPost(this WebApplication app, string pattern, Delegate handler)
        {
        }

        public static void MapPut(this WebApplication app, string pattern, Delegate handler)
        {
        }

        public static void MapDelete(this WebApplication app, string pattern, Delegate handler)
        {
        }
    }
}

namespace Microsoft.AspNetCore.Http
{
    public interface IResult
    {
        Task ExecuteAsync(HttpContext context);
    }

    public sealed class HttpContext
    {
        public ClaimsPrincipal User { get; } = new();

        public CancellationToken RequestAborted { get; }
    }

    public static class Results
    {
        public static IResult Ok(object? value = null) => null!;

        public static IResult NotFound() => null!;

        public static IResult Conflict(object? error = null) => null!;

        public static IResult NoContent() => null!;

        public static IResult Created(string uri, object? value) => null!;
    }
}

namespace Microsoft.AspNetCore.Mvc
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ApiControllerAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpGetAttribute(string template) : Attribute
    {
        public string Template { get; } = template;
    }

    public interface IActionResult;

    public abstract class ControllerBase
    {
        public IActionResult Ok(object? value) => null!;

        public IActionResult NotFound() => null!;
    }
}
