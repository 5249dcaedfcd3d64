using Terminals;

/// <summary>Generated methods serve the newest language's forms.</summary>
public static class TerminalExtensions
{
    extension(Terminal terminal)
    {
        /// <summary>The size of the window.</summary>
        public WindowSize Size
        {
            get => terminal.GetWindowSize();
            set => terminal.SetWindowSize(value);
        }

        /// <summary>The size of the window, with C names.</summary>
        public string Describe() => terminal.GetWindowSize().ToString();
    }
}
