import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./i18n/i18n";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/board.css";
import "./styles/calls.css";
import "./styles/call.css";
import "./styles/training.css";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
